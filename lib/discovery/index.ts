export { staticSeeds, type Discovery } from './static-seeds.js'
