import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.js'
import { html } from './html.js'
import { Icon } from './icons.js'
import { Line } from './line.js'
import { clockTime, momentSeenFrom } from './shanghai-time.js'
import { accountOf, isPrivate, titleOf } from './world-state.js'

/** After so long a silence the time is written above the next message. */
const SILENCE_MS = 5 * 60_000
const NEAR_THE_END_PX = 120

/** Phones show what hovering shows only where a touch is listened for. */
const letTouchHover = () => {}

export function Conversation(props) {
  const { world, me, thread, nowMs, onOpen, draft, onDraft, onRecall, onChain } = props
  const count = world.rooms.get(thread)?.memberIds.length
  const person = accountOf(world, me)
  return html`
    <header class="top">
      <button class="round only-narrow" aria-label="聊天列表" onClick=${() => onOpen('side')}><${Icon} name="back" /></button>
      <h1>${titleOf(world, thread)}${count ? html`<small>（${count}）</small>` : html`<small> 私聊</small>`}</h1>
      <button class="now" aria-label=${`模拟的时间 ${clockTime(nowMs)}，打开时间与示例`} onClick=${() => onOpen('panel')}>
        <${Icon} name="panel" />${clockTime(nowMs)}<span class="now-try">试一试</span>
      </button>
      ${!isPrivate(thread) && html`<button class="round" aria-label="群成员" onClick=${() => onOpen('members')}><${Icon} name="members" /></button>`}
    </header>
    <${Lines} ...${props} key=${`${me} ${thread}`} onQuote=${(quote) => onDraft({ ...draft, quote })} onRecall=${onRecall} onChain=${onChain} />
    <${Composer} ...${props} key=${`write ${me} ${thread}`} person=${person} />
  `
}

function Lines({ world, me, thread, lines, nowMs, onQuote, onRecall, onChain }) {
  const box = useRef(null)
  const atEnd = useRef(true)
  const [unseen, setUnseen] = useState(0)
  const known = useRef(lines.length)

  const toEnd = () => {
    box.current.scrollTop = box.current.scrollHeight
    setUnseen(0)
  }
  useLayoutEffect(() => {
    const added = lines.slice(known.current)
    known.current = lines.length
    if (atEnd.current || added.some((line) => line.fromId === me)) toEnd()
    else if (added.length > 0) setUnseen((count) => count + added.length)
  }, [lines])
  // Pictures and the keyboard of a phone change the height after the text is laid out.
  useEffect(() => {
    const element = box.current
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watch.observe(element)
    watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [])
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX
    if (atEnd.current) setUnseen(0)
  }

  return html`
    <div class="lines-place">
      <div class="lines" ref=${box} onScroll=${onScroll} role="log" aria-label="消息" tabindex="0">
        <ol onTouchStart=${letTouchHover}>
          ${lines.length === 0 && html`<li class="empty">${isPrivate(thread) ? '这里只有你和助手。试试发“帮助”。' : '还没有人说话。'}</li>`}
          ${lines.map((line, index) => {
            const before = lines[index - 1]
            const timed = !before || line.sentAtMs - before.sentAtMs > SILENCE_MS
            return html`
              ${timed && html`<li key=${`t${line.id}`} class="moment">${momentSeenFrom(line.sentAtMs, nowMs)}</li>`}
              <${Line} key=${line.id} world=${world} me=${me} thread=${thread} line=${line} onQuote=${onQuote} onRecall=${onRecall} onChain=${onChain} />
            `
          })}
        </ol>
      </div>
      ${unseen > 0 && html`<button class="unseen" onClick=${toEnd}><${Icon} name="down" />${unseen} 条新消息</button>`}
    </div>
  `
}
