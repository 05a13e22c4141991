import { Avatar } from './avatar.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { momentSeenFrom } from './shanghai-time.js'
import { accountOf, isPrivate, linesOf, nameOf, titleOf } from './world-state.js'

function lastWords(world, thread, me) {
  const line = linesOf(world, thread).at(-1)
  if (!line) return isPrivate(thread) ? '私下问助手，群里看不见' : '还没有人说话'
  if (line.notice) return line.notice
  const words = world.recalled.has(line.id)
    ? '撤回了一条消息'
    : ({ image: '[图片]', file: `[文件] ${line.text}`, groupNote: `[接龙] ${line.text.replace(/^#接龙\s*/, '')}` }[
        line.kind
      ] ?? line.text)
  return isPrivate(thread) || line.fromId === me ? words : `${nameOf(world, line.fromId, thread)}：${words}`
}

export function ChatList({ world, me, thread, threads, nowMs, unreadIn, onGo, onWho }) {
  const person = accountOf(world, me)
  return html`
    <button class="who" onClick=${onWho} aria-label=${`你现在是${person.name}，${person.note}。换一个人`}>
      <${Avatar} account=${person} />
      <span class="who-words">
        <span class="who-name">${person.name}<span class="who-you">你</span></span>
        <span class="who-note">${person.note}</span>
      </span>
      <${Icon} name="swap" />
    </button>
    <nav class="chats">
      ${threads.map((each) => {
        const last = linesOf(world, each).at(-1)
        const unread = unreadIn(me, each)
        const current = each === thread
        return html`
          <button key=${each} class=${`chat ${current ? 'chat-current' : ''}`} aria-current=${current ? 'true' : undefined} onClick=${() => onGo(each)}>
            <span class="chat-face">
              ${isPrivate(each) ? html`<${Avatar} account=${world.bot} bot />` : html`<${RoomFace} world=${world} room=${world.rooms.get(each)} />`}
              ${unread > 0 && html`<span class="unread" aria-label=${`${unread} 条未读`}>${unread > 99 ? '99+' : unread}</span>`}
            </span>
            <span class="chat-words">
              <span class="chat-title">${titleOf(world, each)}</span>
              <span class="chat-last">${lastWords(world, each, me)}</span>
            </span>
            <span class="chat-time">${last ? momentSeenFrom(last.sentAtMs, nowMs) : ''}</span>
          </button>
        `
      })}
    </nav>
    <p class="side-foot">
      <span class=${`dot ${world.botOnline ? 'dot-on' : ''}`} />
      ${world.botOnline ? '助手在线' : '助手还没有连上'}
    </p>
  `
}

/** Four faces in a square, as group chats have. */
function RoomFace({ world, room }) {
  const faces = room.memberIds.slice(0, 4)
  return html`<span class="avatar room-face" aria-hidden="true">
    ${faces.map((id) => html`<${Avatar} key=${id} account=${accountOf(world, id)} bot=${id === world.bot.id} small />`)}
  </span>`
}
