import { useState } from 'preact/hooks'
import { Avatar } from './avatar.js'
import { isChain, readChain } from './chain.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { accountOf, isPrivate, nameOf } from './world-state.js'

const SHOWN_INLINE = /^image\/(png|jpeg|gif|webp)$/

export function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** One line of a conversation: a message, or a word about the group. */
export function Line({ world, me, thread, line, onQuote, onRecall, onChain }) {
  if (line.notice) return html`<li class="notice">${line.notice}</li>`
  const mine = line.fromId === me
  const bot = line.fromId === world.bot.id
  const name = accountOf(world, line.fromId) ? nameOf(world, line.fromId, thread) : line.fromName
  if (world.recalled.has(line.id)) return html`<li class="notice">${mine ? '你' : name}撤回了一条消息</li>`
  const bare = line.kind === 'image' && SHOWN_INLINE.test(line.file.mimeType)
  return html`
    <li class=${`line ${mine ? 'line-mine' : ''} ${bot ? 'line-bot' : ''}`} data-message=${line.id}>
      <${Avatar} account=${accountOf(world, line.fromId) ?? { id: line.fromId, name }} bot=${bot} />
      <div class="said">
        <span class=${mine || isPrivate(thread) ? 'by by-hidden' : 'by'}>${name}</span>
        <div class="row">
          <div class=${bare ? 'bubble-bare' : 'bubble'}><${Body} line=${line} bare=${bare} onChain=${isPrivate(thread) ? null : onChain} /></div>
          <span class="acts">
            <button aria-label=${`引用 ${name} 的这条消息`} title="引用" onClick=${() => onQuote({ id: line.id, name, text: line.text })}><${Icon} name="quote" /></button>
            ${mine && html`<button aria-label="撤回这条消息" title="撤回" onClick=${() => onRecall(line.id)}><${Icon} name="undo" /></button>`}
          </span>
        </div>
        ${line.quote && html`<p class="quoted">${line.quote.name}：${line.quote.text}</p>`}
      </div>
    </li>
  `
}

function Body({ line, bare, onChain }) {
  if (bare) return html`<${Picture} line=${line} />`
  if (line.file) return html`<${Attachment} line=${line} />`
  if (line.kind === 'groupNote' || isChain(line.text)) return html`<${Chain} text=${line.text} onChain=${onChain} />`
  return html`<p class="words">${withMentions(line.text)}</p>`
}

/** `@name` up to the blank that ends it, set apart. */
function withMentions(text) {
  return text
    .split(/(@[^\s@]{1,20}\u2005)/)
    .map((part) => (part.startsWith('@') && part.endsWith('\u2005') ? html`<b class="mention">${part}</b>` : part))
}

function Picture({ line }) {
  const [whole, setWhole] = useState(false)
  const source = `/api/files/${encodeURIComponent(line.id)}`
  return html`
    <button class="picture" aria-label=${`看大图：${line.text}`} onClick=${() => setWhole(true)}>
      <img src=${source} alt=${line.text} loading="lazy" />
    </button>
    ${
      whole &&
      html`<dialog class="whole-picture" aria-label=${line.text} ref=${(element) => element && !element.open && element.showModal()} onClose=${() => setWhole(false)} onClick=${(event) => event.currentTarget.close()}>
      <img src=${source} alt=${line.text} />
      <a href=${source} download=${line.text} onClick=${(event) => event.stopPropagation()}>保存图片</a>
    </dialog>`
    }
  `
}

function Attachment({ line }) {
  return html`
    <a class="attachment" href=${`/api/files/${encodeURIComponent(line.id)}`} download=${line.text}>
      <span class="attachment-words">
        <span class="attachment-name">${line.text}</span>
        <small>${sizeInWords(line.file.sizeBytes)}</small>
      </span>
      <${Icon} name="file" />
    </a>
  `
}

function Chain({ text, onChain }) {
  const chain = readChain(text)
  return html`
    <div class="chain">
      <span class="chain-tag"><${Icon} name="chain" />接龙</span>
      ${chain.header && html`<p class="words">${chain.header}</p>`}
      ${chain.rows.length > 0 && html`<ol>${chain.rows.map((row, index) => html`<li key=${index}>${row}</li>`)}</ol>`}
      ${chain.tail && html`<p class="words chain-tail">${chain.tail}</p>`}
      ${onChain && html`<button class="chain-join" onClick=${() => onChain(chain)}>参与接龙</button>`}
    </div>
  `
}
