import { Avatar } from './avatar.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Sheet } from './sheet.js'
import { threadsOf } from './world-state.js'

/** Whom the visitor wants to be. */
export function WhoPicker({ world, me, unreadIn, onPick, onClose }) {
  return html`
    <${Sheet} title="你想以谁的身份说话？" onClose=${onClose}>
      <ul class="people">
        ${world.people.map((person) => {
          const unread = threadsOf(world, person.id).some(
            (thread) => thread.startsWith('private:') && unreadIn(person.id, thread) > 0,
          )
          const current = person.id === me
          return html`
            <li key=${person.id}>
              <button class=${current ? 'person person-current' : 'person'} aria-current=${current ? 'true' : undefined} onClick=${() => onPick(person.id)}>
                <${Avatar} account=${person} />
                <span class="person-words"><b>${person.name}</b><small>${person.note}</small></span>
                ${unread && html`<span class="unread-dot" title="助手给他发了私信" aria-label="有未读私信" />`}
                ${current && html`<${Icon} name="check" />`}
              </button>
            </li>
          `
        })}
      </ul>
    <//>
  `
}
