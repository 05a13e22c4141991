import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Avatar } from './avatar.js'
import { isChain, readChain } from './chain.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { accountOf, isPrivate, linesOf, nameOf } from './world-state.js'

/** Longest text the gateway takes. */
const MAX_LENGTH = 20_000
const HIGHEST_PX = 168

export function Composer({ world, me, thread, person, draft, onDraft, onSend, onFile, onChain, onOpen }) {
  const field = useRef(null)
  const picker = useRef(null)
  const [mention, setMention] = useState(null)
  const setText = (text) => onDraft({ ...draft, text })

  useLayoutEffect(() => {
    field.current.style.height = 'auto'
    field.current.style.height = `${Math.min(field.current.scrollHeight, HIGHEST_PX)}px`
  }, [draft.text])
  // At once, not after the next painting: who types on right after a click loses no letter.
  useLayoutEffect(() => {
    if (draft.text || draft.quote) field.current.focus()
  }, [draft.quote])

  const candidates = mention === null ? [] : membersLike(world, me, thread, mention.typed)
  const choose = (id) => {
    const name = nameOf(world, id, thread)
    setText(`${draft.text.slice(0, mention.at)}@${name}\u2005${draft.text.slice(field.current.selectionStart)}`)
    setMention(null)
    field.current.focus()
  }
  const send = () => {
    if (draft.text.trim() === '') return
    onSend(draft.text, draft.quote ? { quoteId: draft.quote.id } : {})
    onDraft({ text: '', quote: null })
  }
  const onKeyDown = (event) => {
    // While a Chinese input method composes, Enter belongs to it.
    if (event.isComposing || event.keyCode === 229) return
    if (candidates.length > 0 && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault()
      choose(candidates[0])
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') {
      setMention(null)
      if (draft.quote) onDraft({ ...draft, quote: null })
    }
  }
  const onInput = (event) => {
    const { value, selectionStart } = event.currentTarget
    setText(value)
    const typed = /@([^\s@]{0,10})$/.exec(value.slice(0, selectionStart))
    setMention(typed && !isPrivate(thread) ? { at: typed.index, typed: typed[1] } : null)
  }
  const onPaste = (event) => {
    const file = event.clipboardData?.files[0]
    if (!file) return
    event.preventDefault()
    onFile(file)
  }
  const onPicked = (event) => {
    for (const file of event.currentTarget.files) onFile(file)
    event.currentTarget.value = ''
  }
  const lastChain = linesOf(world, thread).findLast(
    (line) => line.text && isChain(line.text) && !world.recalled.has(line.id),
  )

  return html`
    <footer class="write" onDragOver=${(event) => event.preventDefault()} onDrop=${(event) => {
      event.preventDefault()
      for (const file of event.dataTransfer.files) onFile(file)
    }}>
      ${
        candidates.length > 0 &&
        html`
        <ul class="mentions" aria-label="选择要 @ 的人">
          ${candidates.map(
            (id, index) => html`
            <li key=${id}><button class=${index === 0 ? 'mention-first' : ''} onClick=${() => choose(id)}>
              <${Avatar} account=${accountOf(world, id)} bot=${id === world.bot.id} small />${nameOf(world, id, thread)}
            </button></li>
          `,
          )}
        </ul>
      `
      }
      ${!world.botOnline && html`<p class="deaf" role="status">助手还没有连上，现在说的话它听不到。</p>`}
      ${
        draft.quote &&
        html`
        <p class="quoting">
          <span>${draft.quote.name}：${draft.quote.text}</span>
          <button aria-label="不引用了" onClick=${() => onDraft({ ...draft, quote: null })}><${Icon} name="close" /></button>
        </p>
      `
      }
      <div class="write-row">
        <button class="write-who" aria-label=${`你现在是${person.name}，换一个人`} onClick=${() => onOpen('who')}><${Avatar} account=${person} small /></button>
        <span class="tools">
          <button aria-label="发图片或文件" title="发图片或文件（10 MB 以内）" onClick=${() => picker.current.click()}><${Icon} name="clip" /></button>
          ${!isPrivate(thread) && html`<button aria-label="接龙" title="接龙" onClick=${() => onChain(lastChain ? readChain(lastChain.text) : {})}><${Icon} name="chain" /></button>`}
        </span>
        <textarea
          ref=${field}
          rows="1"
          maxlength=${MAX_LENGTH}
          aria-label=${`以${person.name}的身份发消息`}
          placeholder=${`${person.name}${isPrivate(thread) ? ' 私下对助手说' : ' 在群里说'}…`}
          value=${draft.text}
          onInput=${onInput}
          onKeyDown=${onKeyDown}
          onPaste=${onPaste}
        />
        <button class="send" disabled=${draft.text.trim() === ''} onClick=${send}>发送</button>
      </div>
      <input ref=${picker} type="file" multiple hidden aria-label="选择文件" onChange=${onPicked} />
    </footer>
  `
}

function membersLike(world, me, thread, typed) {
  const members = world.rooms.get(thread)?.memberIds ?? []
  return members.filter((id) => id !== me && nameOf(world, id, thread).includes(typed)).slice(0, 6)
}
