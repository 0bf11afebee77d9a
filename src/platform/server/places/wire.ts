/** Reads the wire format of protocol buffers: https://protobuf.dev/programming-guides/encoding/ */
export class Wire {
  at = 0
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  varint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  signedVarint(): number {
    const value = this.varint()
    return value % 2 === 1 ? (value + 1) / -2 : value / 2
  }

  /** Where the bytes of a text begin; the wire then stands behind them. */
  skipText(): number {
    const length = this.varint()
    this.at += length
    return this.at - length
  }

  text(): string {
    const start = this.skipText()
    return this.bytes.toString('utf8', start, this.at)
  }
}
