import { itCriesNoWolf } from './hold-seeds.ts'

itCriesNoWolf('langflow', 200)
