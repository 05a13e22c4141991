import { LEADING } from '../../station/roles.js'
import { theActivity } from '../activity/find.js'
import { optional, reference } from '../arguments.js'
import { command } from '../command.js'
import { about, words } from '../keyed.js'
import { copy } from './organisation-copy.js'
import { READERS } from './stations.js'

export const partnerCommand = command({
  name: '合作单位',
  aliases: ['共建单位'],
  summary: '看或登记本站的合作单位',
  args: { said: optional(words('单位和合作内容', '江苏汇鸿集团 投资者教育')) },
  who: READERS,
  changes: true,
  examples: ['合作单位', '合作单位 江苏汇鸿集团 投资者教育'],
  async run({ db, station, change, speaker, say }, { said }) {
    if (!said) {
      const partners = await db.partner.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
      return say(copy.partners(partners))
    }
    if (!LEADING.some((role) => speaker.roles.has(role))) return say(copy.partnersByLeaders)
    const [name, ...rest] = said
    const role = rest.join(' ') || null
    const known = await db.partner.findUnique({ where: { stationId_name: { stationId: station.id, name: name! } } })
    if (known) await change.update('Partner', known.id, { role: role ?? known.role })
    else await change.create('Partner', { stationId: station.id, name: name!, role })
    await say(copy.partnerKept(name!, role))
  },
})

export const coHostCommand = command({
  name: '协办',
  aliases: ['协办单位', '承办单位是'],
  summary: '给活动加协办单位',
  args: { number: reference('H', '活动编号'), names: optional(about('H', words('单位', '江苏汇鸿集团'))) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['H12 协办 江苏汇鸿集团', 'H12 协办'],
  async run(context, { number, names }) {
    const open = await theActivity(context, number, '协办')
    if (!open) return
    const { db, station, change, say } = context
    const stationId = station.id
    const activityId = open.activity.id
    const added: string[] = []
    for (const name of names ?? []) {
      const where = { stationId_name: { stationId, name } }
      const partner = (await db.partner.findUnique({ where })) ?? (await change.create('Partner', { stationId, name }))
      const attached = await db.activityPartner.findUnique({
        where: { activityId_partnerId: { activityId, partnerId: partner.id } },
      })
      if (attached) await change.update('ActivityPartner', attached.id, { struck: false })
      else await change.create('ActivityPartner', { stationId, activityId, partnerId: partner.id })
      added.push(name)
    }
    const rows = await db.activityPartner.findMany({ where: { activityId, struck: false }, orderBy: { id: 'asc' } })
    const all = await db.partner.findMany({ where: { id: { in: rows.map(({ partnerId }) => partnerId) } } })
    const named = rows.map(({ partnerId }) => all.find(({ id }) => id === partnerId)?.name ?? '')
    await say(added.length > 0 ? copy.coHostsAdded(number, added, named) : copy.coHosts(number, named))
  },
})
