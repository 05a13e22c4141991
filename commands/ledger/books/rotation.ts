import { type BookLoader, days, minuteText, namesById } from './input.js'

const BASES: Readonly<Record<string, string>> = {
  named: '指定',
  onlyConvenor: '唯一召集人',
  fewestTurns: '轮值规则',
  swapped: '互换',
}

export const loadRotation: BookLoader = async ({ db, station, span }) => {
  const turns = await db.convenorTurn.findMany({
    where: { stationId: station.id, startsOn: days(span) },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const handovers = await db.handover.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
  const nameOf = await namesById(db, [
    ...turns.map(({ personId }) => personId),
    ...handovers.flatMap(({ fromId, toId }) => [fromId, toId]),
  ])
  return turns.map((turn) => {
    const handover = handovers.findLast(({ key, toId }) => key === turn.period && toId === turn.personId)
    const byProxy = [
      handover?.givenById && handover.givenById !== handover.fromId ? '交出由他人代回' : '',
      handover?.takenById && handover.takenById !== handover.toId ? '接手由他人代回' : '',
    ].filter((word) => word !== '')
    return {
      period: turn.period,
      convenor: nameOf(turn.personId),
      startsOn: turn.startsOn,
      endsOn: turn.endsOn,
      basis: BASES[(turn.reason as { basis?: string }).basis ?? ''] ?? '按轮值表',
      from: handover ? nameOf(handover.fromId) : null,
      givenOn: minuteText(handover?.givenAt),
      to: handover ? nameOf(handover.toId) : null,
      takenOn: minuteText(handover?.takenAt),
      note: byProxy.length === 0 ? null : byProxy.join('；'),
    }
  })
}
