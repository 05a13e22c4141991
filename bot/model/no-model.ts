import type { ModelPort } from './port.js'

/** No key, no model: the product is complete without one. */
export const noModel: ModelPort = {
  name: 'none',
  ask: () => Promise.resolve({ ok: false, reason: 'none', detail: 'no model is configured' }),
}
