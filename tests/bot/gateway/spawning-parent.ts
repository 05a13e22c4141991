import { spawnGateway } from '../../../bot/gateway/spawn.js'
import { world } from '../chat/gateway-stage.js'

/** A process that starts a gateway, says where, and waits to be killed. */
async function main(): Promise<void> {
  const { endpoint } = await spawnGateway(world)
  process.send?.(endpoint)
}

await main()
