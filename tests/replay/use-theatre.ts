import { afterAll, beforeAll } from 'vitest'
import type { Store } from '../../prisma/open.js'
import type { Stage } from './stage.js'
import { Theatre } from './theatre.js'

/** One store for all tests of a file; each asks for a stage of its own, with these stations on it. */
export function useTheatre(): { stage(stations?: readonly string[]): Promise<Stage>; readonly store: Store } {
  let theatre: Theatre | undefined
  const opened = (): Theatre => {
    if (!theatre) throw new Error('the theatre opens when the tests begin')
    return theatre
  }
  beforeAll(async () => {
    theatre = await Theatre.open()
  })
  afterAll(() => theatre?.close())
  return {
    get store() {
      return opened().store
    },
    async stage(stations = []) {
      const stage = await opened().stage()
      await stage.load(stations)
      return stage
    },
  }
}
