import type { Said } from '../../station/extract/chat-line.js'
import type { Discussion } from '../../station/extract/discussion.js'
import type { ToDo } from '../../station/extract/to-dos.js'
import type { Topic } from '../../station/extract/topics.js'
import { oneLine } from '../../station/text/one-line.js'
import type { Moment } from '../../station/time/civil.js'

const LINES = 5
const QUOTE_CHARS = 36

const hour = (at: Moment): string => at.toPlainTime().toString({ smallestUnit: 'minute' })
const when = (at: Moment): string => `${at.month}月${at.day}日${hour(at)}`

const said = ({ speaker, text }: Said): string => `${oneLine(speaker, 8)}“${oneLine(text, QUOTE_CHARS)}”`

const sameDay = (from: Moment, until: Moment): boolean => from.toPlainDate().equals(until.toPlainDate())

/** 10:01–10:05; with its day where the talk went on for several. */
const stretch = (from: Moment, until: Moment, oneDay: boolean): string =>
  oneDay ? `${hour(from)}–${hour(until)}` : `${when(from)}–${sameDay(from, until) ? hour(until) : when(until)}`

const topic = ({ label, lines, from, until, said: quotes }: Topic, oneDay: boolean): string =>
  `议题 ${label.join('、')}（${stretch(from, until, oneDay)}，${lines}条）：${quotes.slice(0, 2).map(said).join('；')}`

const question = (asked: Said): string => `待答：${said(asked)}（${when(asked.at)}）`

const task = ({ who, when: due, speaker, text, at }: ToDo): string => {
  const doer = who === null ? '各位' : oneLine(who, 8)
  const by = who === speaker ? '' : `，${oneLine(speaker, 8)}提出`
  return `要办：${doer}“${oneLine(text, QUOTE_CHARS)}”（${due === null ? '未说时间' : due}${by}，${when(at)}说）`
}

/** Topics first, but an open question and a promise never give way to a third topic. */
const chosen = ({ topics, questions, toDos }: Discussion, oneDay: boolean): string[] => {
  const open = questions.slice(0, 1).map(question)
  const tasks = toDos.slice(0, Math.max(2, LINES - 2 - open.length)).map(task)
  const shown = topics.slice(0, Math.max(2, LINES - open.length - tasks.length))
  return [...shown.map((each) => topic(each, oneDay)), ...open, ...tasks].slice(0, LINES)
}

export const discussionWorking = '正在整理讨论，好了就发来。'

/** A group's talk in a title and at most five lines; every word of it was said, each with who and when. */
export const discussionText = (discussion: Discussion): string => {
  const { from, until, messages, speakers } = discussion
  if (from === null || until === null) return '这段时间群里没有讨论。'
  const oneDay = sameDay(from, until)
  const end = oneDay ? hour(until) : when(until)
  const title = `讨论纪要（${when(from)}–${end}，${messages}条，${speakers.length}人发言）`
  const lines = chosen(discussion, oneDay)
  return [title, ...(lines.length === 0 ? ['没有成形的议题、问题和待办。'] : lines)].join('\n')
}
