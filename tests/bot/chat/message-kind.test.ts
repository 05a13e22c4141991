import { expect, it } from 'vitest'
import { types } from 'wechaty-puppet'
import { messageKind } from '../../../bot/chat/message-kind.js'

const groupNoteXml = '<msg><appmsg appid="" sdkver="0"><title>#接龙\n义诊</title><type>53</type></appmsg></msg>'

it.each([
  [types.Message.Text, '报名 H1', 'text'],
  [types.Message.GroupNote, '#接龙', 'groupNote'],
  [types.Message.Image, '', 'image'],
  [types.Message.Attachment, '名单.xlsx', 'file'],
  [types.Message.Audio, '', 'voice'],
  [types.Message.Recalled, 'id', 'other'],
  [types.Message.Emoticon, '', 'other'],
  [types.Message.Unknown, groupNoteXml, 'groupNote'],
  [types.Message.Unknown, '<msg><appmsg><type>5</type></appmsg></msg>', 'other'],
  [types.Message.Text, groupNoteXml, 'text'],
] as const)('type %s with %j is %s', (type, text, kind) => {
  expect(messageKind(type, text)).toBe(kind)
})
