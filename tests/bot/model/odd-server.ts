import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ChatBody {
  model: string
  messages: { role: string; content: string }[]
  response_format?: { type: string; json_schema?: { name: string; strict: boolean; schema: unknown } }
  max_tokens?: number
  max_completion_tokens?: number
}

export type Answer = (body: ChatBody, response: ServerResponse, nth: number) => void

/** A server as odd as a test wants: real sockets, one answer function. */
export class OddServer {
  readonly bodies: ChatBody[] = []
  #answer: Answer = () => undefined
  readonly #server = createServer((request, response) => void this.#serve(request, response))

  static async start(): Promise<OddServer> {
    const odd = new OddServer()
    await new Promise<void>((resolve) => odd.#server.listen(0, '127.0.0.1', resolve))
    return odd
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  answers(answer: Answer): void {
    this.bodies.length = 0
    this.#answer = answer
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as ChatBody
    this.bodies.push(body)
    this.#answer(body, response, this.bodies.length)
  }
}

export const sendJson = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))

/** A completion as a compatible server sends it. */
export const completion = (
  content: string | null,
  more: { finish?: string | null; refusal?: string; usage?: object } = {},
) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'test',
  choices: [
    {
      index: 0,
      finish_reason: more.finish === undefined ? 'stop' : more.finish,
      message: { role: 'assistant', content, refusal: more.refusal ?? null },
    },
  ],
  ...(more.usage === undefined ? {} : { usage: more.usage }),
})
