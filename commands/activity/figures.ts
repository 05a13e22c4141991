import { checkHeadcount, checkHours, totalHeadcountPersons, totalHours } from '../../station/activity/service-record.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional, reference, text, word } from '../arguments.js'
import { command } from '../command.js'
import { keepPictures } from '../files/keep-pictures.js'
import { about, figure, keyed } from '../keyed.js'
import { sheetOf } from './attendance.js'
import { copy } from './copy.js'
import { typeOf } from './facts.js'
import { ownActivity, theActivity } from './find.js'

/** 听众 and 服务 are what the head-count of a type is called. */
const PERSONS = /(\d{9}|\d{1,8})\s*(?:人次|人)?/

export const headcountCommand = command({
  name: '人次',
  aliases: ['听众', '服务', '受益', '受众'],
  summary: '记录活动的服务或受众人次',
  args: { number: reference('H', '活动编号'), persons: about('H', count('人次', '86', PERSONS)) },
  who: LEADING,
  changes: true,
  examples: ['H12 人次 86', 'H16 听众 120', 'H12 服务 86人次'],
  async run(context, { number, persons }) {
    const open = await theActivity(context, number, '记人次', 'record')
    if (!open) return
    const { activity } = open
    if (activity.startsAt > dateOf(context.now)) return context.say(copy.notYetHeld(activity))
    const checked = checkHeadcount(persons)
    if (!checked.ok) return context.say(copy.headcountInvalid)
    const updated = await context.change.update('Activity', activity.id, { headcountPersons: persons })
    const photos = typeOf(activity).photosWanted ? await keepPictures(context, `H${activity.no}`) : 0
    const rows = await context.db.activity.findMany({
      where: {
        stationId: context.station.id,
        type: activity.type,
        headcountPersons: { not: null },
        startsAt: { gte: dateOf(context.now.with({ month: 1, day: 1 }).startOfDay()) },
      },
    })
    const total = totalHeadcountPersons(
      rows.map((row) => ({ activityId: row.id, persons: row.headcountPersons ?? 0, seq: row.id })),
    )
    await context.say(copy.headcount(updated, typeOf(activity).headcountLabel, total, photos))
  },
})

/** 照片 H12: the pictures the speaker has just sent here belong to that activity. */
export const photosCommand = command({
  name: '照片',
  aliases: ['存照片', '活动照片'],
  summary: '把刚发的照片存到活动下',
  args: { number: reference('H', '活动编号') },
  who: MEMBERS,
  changes: true,
  examples: ['照片 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '存照片', 'record')
    if (!open) return
    const about = `H${number}`
    const kept = await keepPictures(context, about)
    const total = await context.db.keptFile.count({ where: { stationId: context.station.id, about } })
    await context.say(kept > 0 ? copy.photosKept(open.activity, kept, total) : copy.noPhotos(open.activity))
  },
})

export const hoursCommand = command({
  name: '时长',
  aliases: ['服务时长'],
  summary: '记录自己的服务小时数',
  args: {
    number: reference('H', '活动编号'),
    hours: about('H', figure('小时数', '3', /(\d{1,4}(?:\.\d{1,2})?)\s*(?:个?小时)?/)),
  },
  who: MEMBERS,
  changes: true,
  guests: true,
  examples: ['H25 时长 3'],
  async run(context, { number, hours }) {
    const open = await ownActivity(context, number, '记时长', 'record')
    if (!open) return
    const { db, speaker, change, now } = context
    if (open.activity.startsAt > dateOf(now)) return context.say(copy.notYetHeld(open.activity))
    if (!checkHours(hours).ok) return context.say(copy.hoursInvalid)
    const here = (await sheetOf(db, open.activity)).rows.some(({ person }) => person.id === speaker.personId)
    const going = open.book.rows.some(({ person, status }) => person.id === speaker.personId && status === 'confirmed')
    if (!here && !going) return context.say(copy.notThere(open.activity, speaker.name))
    const key = { activityId: open.activity.id, personId: speaker.personId }
    const kept = await db.serviceHours.findUnique({ where: { activityId_personId: key } })
    if (kept) await change.update('ServiceHours', kept.id, { hours })
    else await change.create('ServiceHours', { ...key, hours })
    const year = dateOf(now.with({ month: 1, day: 1 }).startOfDay())
    // What was served as a guest of another station counts here too.
    const { id: stationId } = context.station
    const ours = [{ stationId }, { guestStations: { some: { stationId } } }]
    const rows = await db.serviceHours.findMany({
      where: { personId: speaker.personId, activity: { OR: ours, startsAt: { gte: year } } },
    })
    const total = totalHours(
      rows.map((row) => ({ ...row, seq: row.id })),
      speaker.personId,
    )
    await context.say(copy.hours(open.activity, speaker.name, hours, total))
  },
})

export const takeawayCommand = command({
  name: '收获',
  summary: '交一条活动收获',
  args: { number: reference('H', '活动编号'), words: about('H', text('一句话收获', '科普站的互动展项值得借鉴')) },
  who: MEMBERS,
  changes: true,
  guests: true,
  records: true,
  examples: ['收获 H27 科普站的互动展项值得借鉴'],
  async run(context, { number, words }) {
    const open = await ownActivity(context, number, '记收获', 'record')
    if (!open) return
    const { db, change, speaker, now } = context
    if (open.activity.startsAt > dateOf(now)) return context.say(copy.notYetHeld(open.activity))
    const key = { activityId: open.activity.id, personId: speaker.personId }
    const kept = await db.activityTakeaway.findUnique({ where: { activityId_personId: key } })
    if (kept) await change.update('ActivityTakeaway', kept.id, { text: words })
    else await change.create('ActivityTakeaway', { ...key, personName: speaker.name, text: words, at: dateOf(now) })
    const given = await db.activityTakeaway.count({ where: { activityId: open.activity.id } })
    await context.say(copy.takeaway(open.activity, speaker.name, given))
  },
})

export const speakerCommand = command({
  name: '发言',
  summary: '排研讨会的发言顺序和题目',
  args: {
    number: reference('H', '活动编号'),
    topic: optional(about('H', keyed(['题目', '主题'], '题目', '题目 城市更新立法'))),
    name: about('H', word('姓名', '周宁')),
  },
  who: LEADING,
  changes: true,
  examples: ['H23 发言 周宁 题目 城市更新立法'],
  async run(context, { number, topic, name }) {
    const open = await theActivity(context, number, '排发言', 'record')
    if (!open) return
    const details = open.activity.details as { speeches?: { name: string; topic: string | null }[] }
    const earlier = details.speeches ?? []
    const others = earlier.filter((speech) => speech.name !== name)
    const kept = earlier.find((speech) => speech.name === name)
    const speech = { name, topic: topic ?? kept?.topic ?? null }
    const speeches = kept ? earlier.map((row) => (row === kept ? speech : row)) : [...others, speech]
    await context.change.update('Activity', open.activity.id, { details: { ...details, speeches } })
    await context.say(copy.speech(open.activity, speeches.indexOf(speech) + 1, speech))
  },
})

export const outcomeCommand = command({
  name: '成果',
  aliases: ['关联'],
  summary: '把活动和调研成果关联起来',
  args: { number: reference('H', '活动编号'), piece: about('H', reference('X', '成果编号')) },
  who: LEADING,
  changes: true,
  examples: ['H24 成果 X3'],
  async run(context, { number, piece }) {
    const open = await theActivity(context, number, '关联成果', 'follow')
    if (!open) return
    const outcomes = [...new Set([...open.activity.outcomes, `X${piece}`])]
    await context.change.update('Activity', open.activity.id, { outcomes })
    await context.say(copy.outcome(open.activity, outcomes))
  },
})
