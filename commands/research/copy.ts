import type { LeaderNote, ResearchPiece } from '../../prisma/generated/client.js'
import { RESEARCH_STATES, type ResearchRefusal, type ResearchState } from '../../station/research/piece.js'

const LISTED = 5
const TITLE_CHARS = 30

const label = (state: string): string => RESEARCH_STATES[state as ResearchState]?.label ?? state
const title = (text: string): string => {
  const bare = text.replace(/^《|》$/g, '')
  return `《${bare.length > TITLE_CHARS ? `${bare.slice(0, TITLE_CHARS)}……` : bare}》`
}
const signed = ({ author, leadName }: ResearchPiece): string =>
  [author ? `署名${author}` : '', leadName ? `领衔${leadName}` : ''].filter(Boolean).join('，') || '领衔未定'
const line = (piece: ResearchPiece): string =>
  `X${piece.no}${title(piece.title)}${signed(piece)}，${label(piece.state)}${piece.sentTo ? `（报${piece.sentTo}）` : ''}${piece.usedFor ? `，转化：${piece.usedFor}` : ''}`

export const copy = {
  started: (piece: ResearchPiece) =>
    `已立 X${piece.no}${title(piece.title)}（${piece.year}年），${signed(piece)}。进展请回：X${piece.no} 调研／成文／报送 单位／采纳`,
  titleWanted: '请写题目。例：选题 《强化投资者教育》 领衔 沈浩 成员 韩雪、杨帆',
  unknown: (no: number) => `本站没有 X${no}。回“成果 今年”看全部，新立请发：选题 《题目》 领衔 姓名`,
  notMembers: (names: readonly string[]) => `${names.join('、')}不在本站名册，请核对姓名。`,
  notYours: (no: number) => `X${no} 由领衔或参加的代表、召集人、联络员更新。`,
  one: (piece: ResearchPiece, notes: readonly LeaderNote[], activities: readonly number[]) =>
    [
      `${line(piece)}（${piece.year}年）。`,
      ...notes.map((note) => `批示：${note.organ} ${note.person}，${note.on}，${note.text}`),
      ...(activities.length > 0 ? [`相关活动：${activities.map((no) => `H${no}`).join('、')}`] : []),
    ].join('\n'),
  year: (year: number, pieces: readonly ResearchPiece[]) =>
    pieces.length === 0
      ? `${year}年还没有调研成果。新立请发：选题 《题目》 领衔 姓名`
      : [
          ...pieces.slice(0, LISTED).map((piece) => `${line(piece)}。`),
          ...(pieces.length > LISTED ? [`……共${pieces.length}篇，全部见：台账 成果 ${year}年`] : []),
        ].join('\n'),
  stepped: (piece: ResearchPiece) =>
    `X${piece.no} 状态=已${label(piece.state)}${piece.state === 'sent' && piece.sentTo ? `（${piece.sentTo}）` : ''}。`,
  refused: (piece: ResearchPiece, refusal: ResearchRefusal): string => {
    switch (refusal.code) {
      case 'already':
        return `X${piece.no} 已经是“${label(refusal.state)}”了。`
      case 'backwards':
        return `X${piece.no} 已到“${label(refusal.state)}”，不能退回“${label(refusal.wanted)}”。记错了请联络员发：台账更正 X${piece.no} …`
      case 'receiverNeeded':
        return `报送给谁？例：X${piece.no} 报送 区委办`
    }
  },
  used: (piece: ResearchPiece) => `X${piece.no} 转化已记：${piece.usedFor}。`,
  signedAs: (piece: ResearchPiece) => `X${piece.no} 署名已更新：${signed(piece)}。`,

  noteKept: (ref: string, marked: boolean) => `已附批示，${ref} ${marked ? '标“领导批示”' : '可见'}。`,
  noteUsage: (ref: string) => `例：${ref} 批示 省人大常委会 某副主任 2022-02-16 充分肯定`,
  noNote: (ref: string) => `${ref} 还没有批示记录。`,
  notes: (ref: string, notes: readonly LeaderNote[]) =>
    [
      ...notes.slice(-LISTED).map(({ organ, person, on, text }) => `${organ} ${person}，${on}，${text}`),
      ...(notes.length > LISTED ? [`……共${notes.length}条，见台账（${ref}）`] : []),
    ].join('\n'),
  onlySuggestionOrPiece: '批示记在建议（J）或成果（X）上。例：J5 批示 省人大常委会 某副主任 2022-02-16 充分肯定',
}
