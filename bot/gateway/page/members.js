import { Avatar } from './avatar.js'
import { html } from './html.js'
import { Sheet } from './sheet.js'
import { accountOf, nameOf } from './world-state.js'

export function Members({ world, me, thread, onPick, onClose }) {
  const room = world.rooms.get(thread)
  if (!room) return null
  return html`
    <${Sheet} title=${`${room.topic}（${room.memberIds.length}）`} onClose=${onClose}>
      <ul class="people">
        ${room.memberIds.map((id) => {
          const account = accountOf(world, id)
          const bot = id === world.bot.id
          if (!account) return null
          const words = html`
            <${Avatar} account=${account} bot=${bot} />
            <span class="person-words"><b>${nameOf(world, id, thread)}</b><small>${bot ? '联络站的机器人助手' : account.note}</small></span>
          `
          if (bot || id === me)
            return html`<li key=${id}><span class="person">${words}${id === me && html`<small>你</small>`}</span></li>`
          return html`<li key=${id}><button class="person" onClick=${() => onPick(id)}>${words}<small class="become">换成他</small></button></li>`
        })}
      </ul>
    <//>
  `
}
