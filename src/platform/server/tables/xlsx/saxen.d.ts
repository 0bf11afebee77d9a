/** The part of saxen 11 that is used; the package ships no types. */
declare module 'saxen' {
  type Attributes = Readonly<Record<string, string>>
  export class Parser {
    on(event: 'openTag', heard: (name: string, attributes: () => Attributes) => void): this
    on(event: 'closeTag', heard: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'attention' | 'comment' | 'question', heard: (text: string) => void): this
    on(event: 'error' | 'warn', heard: (error: Error) => void): this
    write(xml: string): this
    end(): Error | null
  }
}
