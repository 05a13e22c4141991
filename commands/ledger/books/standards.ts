import type { Tx } from '../../../prisma/change.js'
import type { BookLoader } from './input.js'

/** 六有, 八有: how many lines of each standard are met. Empty: none is set yet. */
export async function standardsOf(
  db: Tx,
  stationId: number,
): Promise<{ name: string; met: number; lacking: string[]; total: number }[]> {
  const items = await db.standardItem.findMany({
    where: { stationId, state: { not: 'struck' } },
    orderBy: { id: 'asc' },
  })
  return [...new Set(items.map(({ standard }) => standard))].map((name) => {
    const lines = items.filter(({ standard }) => standard === name)
    const lacking = lines.filter(({ state }) => state !== 'met').map((line) => line.name)
    return { name, met: lines.length - lacking.length, lacking, total: lines.length }
  })
}

/** What pictures of a line are filed under. */
const aboutOf = ({ standard, name }: { standard: string; name: string }): string => `${standard}:${name}`

export const loadStandards: BookLoader = async ({ db, station }) => {
  const items = await db.standardItem.findMany({
    where: { stationId: station.id, state: { not: 'struck' } },
    orderBy: [{ standard: 'asc' }, { no: 'asc' }],
  })
  const photos = await db.keptFile.groupBy({
    by: ['about'],
    where: { stationId: station.id, about: { in: items.map(aboutOf) } },
    _count: true,
  })
  return items.map((item, index) => ({
    no: index + 1,
    item: `${item.standard}：${item.name}`,
    met: item.state === 'met' ? '是' : '否',
    evidence: item.evidence,
    photos: photos.find(({ about }) => about === aboutOf(item))?._count ?? null,
    checkedOn: item.metOn,
    by: item.byName,
  }))
}
