import type { District } from '../../prisma/generated/client.js'
import { LEVELS } from '../../station/people/levels.js'

export const UNNAMED = 'draft'

/** A district's very first station, until its name is known: what is asked about it must hang on something. */
export const unnamedStation = ({ id, name }: District) => ({
  name: `${name}（建站中）`,
  state: UNNAMED,
  districtId: id,
  profession: '待定',
  levels: [...LEVELS],
})
