import { types } from 'wechaty-puppet'
import type { MessageKind } from './port.js'

const KIND_OF_TYPE: Partial<Record<types.Message, MessageKind>> = {
  [types.Message.Text]: 'text',
  [types.Message.GroupNote]: 'groupNote',
  [types.Message.Image]: 'image',
  [types.Message.Attachment]: 'file',
  [types.Message.Video]: 'file',
  [types.Message.Audio]: 'voice',
}

/** Older puppets do not know the native 接龙 and hand over its raw XML as a message of unknown type. */
const GROUP_NOTE_XML = /<appmsg[^>]*>[\s\S]*<type>53<\/type>/

export function messageKind(type: types.Message, text: string): MessageKind {
  const kind = KIND_OF_TYPE[type]
  if (kind) return kind
  return GROUP_NOTE_XML.test(text) ? 'groupNote' : 'other'
}
