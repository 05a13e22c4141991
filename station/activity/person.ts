/** Who a rule speaks of. The name travels with the id so that answers never look anything up. */
export interface Person {
  readonly id: number
  readonly name: string
}
