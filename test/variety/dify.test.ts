import { itCriesNoWolf } from './hold-seeds.ts'

itCriesNoWolf('dify', 300)
