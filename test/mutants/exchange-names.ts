/** Names each exchange of a verify by its probe, its operation and its number among those: the same in each verify of the same server. */
export interface ExchangeNames {
  /** What is sent from now on, this probe sends. */
  begin(probe: string): void
  next(operation: string): string
  /** The probe that sends now. */
  probe(): string
}

export function createExchangeNames(): ExchangeNames {
  let probe = ''
  const numbers = new Map<string, number>()
  return {
    begin(name) {
      probe = name
    },
    probe: () => probe,
    next(operation) {
      const name = `${probe} ${operation}`
      const number = (numbers.get(name) ?? 0) + 1
      numbers.set(name, number)
      return `${name} ${number}`
    },
  }
}
