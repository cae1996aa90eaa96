import { itCriesNoWolf } from './hold-seeds.ts'

itCriesNoWolf('waterflai', 300)
