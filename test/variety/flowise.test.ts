import { itCriesNoWolf } from './hold-seeds.ts'

itCriesNoWolf('flowise', 200)
