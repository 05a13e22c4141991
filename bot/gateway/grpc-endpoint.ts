import type { Puppet } from 'wechaty-puppet'
import { PuppetServer } from 'wechaty-puppet-service'
import { freePort } from './free-port.js'

const START_ATTEMPTS = 5

/** A puppet offered over gRPC with TLS on loopback, exactly as a rented gateway offers one. */
export class GrpcEndpoint {
  #server: PuppetServer | null = null
  #address = ''

  constructor(
    private readonly puppet: Puppet,
    /** Must begin with `insecure_`: the certificate that comes with the service answers to no other name. */
    private readonly token: string,
  ) {}

  get address(): string {
    return this.#address
  }

  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const address = this.#address || `127.0.0.1:${await freePort()}`
      const server = new PuppetServer({
        endpoint: address,
        puppet: this.puppet,
        token: this.token,
        tls: { disable: false },
      })
      try {
        await server.start()
        this.#server = server
        this.#address = address
        return
      } catch (error) {
        // The port was taken in between, or is not free again yet after a disconnection.
        if (attempt === START_ATTEMPTS) throw error
        await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
      }
    }
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    await server?.stop()
  }

  /** Cuts every connection and comes back on the same port; what happens meanwhile reaches nobody, as in reality. */
  async disconnect(durationMs: number): Promise<void> {
    await this.stop()
    await new Promise((resolve) => setTimeout(resolve, durationMs))
    await this.start()
  }
}
