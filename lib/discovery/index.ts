export { together, type Discovery, type Found } from './discovery.js'
export { seedsOf, type Seed } from './seeds.js'
