import { countByLevel, type LevelCount } from '../../station/people/levels.js'
import { type Moment, momentOf } from '../../station/time/civil.js'
import type { Member } from './roster.js'
import { DEPUTY_KINDS } from './roster.js'

/** Names are printed in a group up to this many; beyond it counts say more. */
const MOST_NAMES = 60

export const levelCounts = (counts: readonly LevelCount[]): string =>
  counts.map(({ level, persons }) => `${level}${persons}`).join('、')

/** The last day on which something still holds. */
export const lastDay = (until: Date): string => {
  const day = momentOf(until).subtract({ seconds: 1 }).toPlainDate()
  return `${day.year}年${day.month}月${day.day}日`
}

const moment = (at: Moment): string => `${at.month}月${at.day}日${at.hour}:${String(at.minute).padStart(2, '0')}`

const called = ({ kind, person, until }: Member): string => {
  const marks = [...(kind === '驻站' ? [] : [kind]), ...(until ? [`至${lastDay(until)}`] : [])]
  return marks.length > 0 ? `${person.name}（${marks.join('，')}）` : person.name
}

const withLevel = ({ name, level }: { name: string; level: string | null }): string =>
  level ? `${name}（${level}代表）` : name

/** Sentences about who belongs to a station. */
export const copy = {
  registered: (
    {
      name,
      level,
      professions,
      employer,
    }: { name: string; level: string | null; professions: readonly string[]; employer: string | null },
    added: 'invited' | 'agreed' | null,
    code: boolean,
  ) =>
    [
      `已登记${withLevel({ name, level })}：专业=${professions.join('、') || '未填'}，单位=${employer ?? '未填'}。`,
      ...(added === 'invited'
        ? [
            code
              ? `本人还没有绑定微信：私聊我说“邀请码 ${name}”，把码转给本人。`
              : '已私信征询，本人回“同意加入”后计入名单。',
          ]
        : []),
    ].join('\n'),
  whichLevel: (name: string, levels: readonly string[]) =>
    `${name}是哪一级代表？回${levels.map((level) => `“${level}”`).join('、')}；不是代表回“不登记”。`,
  notRegistered: '没有登记。',
  levelNotHere: (name: string, level: string, levels: readonly string[]) =>
    `本站为${levels.length}级（${levels.join('、')}），${name}是${level}代表。仍要登记吗？回“是”登记，回“不”放弃。`,
  twoOfOneName: (name: string) => `名册里有不止一位${name}，请写上单位或级别再说一遍。`,

  roster: (station: { name: string; levels: readonly string[] }, members: readonly Member[]) => {
    const deputies = members.filter(({ kind }) => DEPUTY_KINDS.includes(kind))
    const people = deputies.map(({ person }) => person)
    const advisers = members.filter(({ kind }) => kind === '顾问')
    const counts = countByLevel(station.levels, people)
    const shown = deputies.length <= MOST_NAMES
    return [
      `${station.name}站共${deputies.length}人：${levelCounts(counts)}。`,
      ...counts
        .filter(({ persons }) => shown && persons > 0)
        .map(
          ({ level }) =>
            `${level}：${deputies
              .filter(({ person }) => person.level === level)
              .map(called)
              .join('、')}`,
        ),
      ...(advisers.length > 0 ? [`特聘专家${advisers.length}名：${advisers.map(called).join('、')}`] : []),
    ].join('\n')
  },
  levels: (levels: readonly string[]) => `本站为${levels.length}级（${levels.join('、')}）。登记别级代表时我会提示。`,
  levelsSet: (levels: readonly string[], outside: readonly string[]) =>
    [
      `已设为${['', '一', '二', '三', '四'][levels.length]}级（${levels.join('、')}），登记${outside.join('、') || '别级'}代表时会提示。`,
    ].join('\n'),

  kindSet: (name: string, kind: string, until: Date | null) =>
    until ? `${name}代表为${kind}，到${lastDay(until)}止，期满前30天提醒。` : `${name}代表为${kind}，不设期限。`,
  ended: '这个日期已经过去，请写以后的日期。例：特邀 赵磊 到 2027年12月31日',
  unreadableDate: '没看懂到哪天为止。例：特邀 赵磊 到 2027年12月31日',
  notOnRoster: (name: string) => `本站名册里没有“${name}”。先登记：登记 ${name} 区 专业 单位`,
  endsSoon: (name: string, kind: string, until: Date) =>
    `${name}代表的${kind}身份${lastDay(until)}期满。要续请回“${kind} ${name} 到 新的日期”，不续不用回。`,
  yourEnd: (station: string, kind: string, until: Date) =>
    `您在${station}站的${kind}身份${lastDay(until)}期满。要不要续，联络员会与您商量。`,

  invitation: (station: string, kind: string, by: string) =>
    `${by}邀请您加入${station}站（${kind}代表）。愿意请回“同意加入”，不便回“不加入”，想先了解回“想了解”。不回复不算同意。`,
  aboutStation: (card: readonly string[]) =>
    [...card, '每年活动一般不少于4次，可随时退出。想好了回“同意加入”或“不加入”。'].join('\n'),
  agreed: (station: string, at: Moment) => `已记您同意加入${station}站（${moment(at)}）。欢迎！群里有活动会通知您。`,
  declined: (station: string, at: Moment) =>
    `已记您不加入${station}站（${moment(at)}），不会再催。改主意随时找联络员。`,
  answered: (name: string, station: string, word: '同意加入' | '不加入' | '想先了解') =>
    `${name}代表${word}${station}站。`,
  invited: (names: readonly string[], unreachable: readonly string[]) =>
    [
      ...(names.length > 0 ? [`已私信邀请${names.join('、')}，等本人答复；不回复不算同意。`] : []),
      ...(unreachable.length > 0
        ? [
            `${unreachable.join('、')}还没有绑定微信，已记为“已邀请”：私聊我说“邀请码 ${unreachable[0]}”，把码转给本人。`,
          ]
        : []),
    ].join('\n'),
  alreadyMember: (names: readonly string[]) => `${names.join('、')}已经在站里了。`,
  progress: (
    {
      invited,
      agreed,
      declined,
      asked,
      left,
      silent,
    }: { invited: number; agreed: number; declined: number; asked: number; left: number; silent: number },
    toldPrivately: boolean,
  ) =>
    `已邀请${invited}名：${[
      `同意${agreed}`,
      ...(declined > 0 ? [`婉拒${declined}`] : []),
      ...(asked > 0 ? [`想先了解${asked}`] : []),
      ...(left > 0 ? [`退出${left}`] : []),
      `未回复${silent}`,
    ].join('、')}${silent + asked > 0 ? (toldPrivately ? '（名单已私发给您）' : '') : ''}。`,
  progressNames: (silent: readonly string[], asked: readonly string[], declined: readonly string[]) =>
    [
      ...(silent.length > 0 ? [`未回复：${silent.join('、')}。回“邀请 姓名”可再征询一次。`] : []),
      ...(asked.length > 0 ? [`想先了解：${asked.join('、')}。请当面或电话介绍。`] : []),
      ...(declined.length > 0 ? [`婉拒：${declined.join('、')}。不再征询。`] : []),
    ].join('\n'),
  left: (station: string) => `已退出${station}站，感谢您的参与。10分钟内回“撤销”可恢复。`,
  leftNotice: (name: string) => `${name}代表退出了本站。`,
  removed: (name: string) => `${name}已移出本站名册（记录保留）。10分钟内回“撤销”可恢复。`,
  notMember: (name: string) => `${name}现在不在本站。`,
}
