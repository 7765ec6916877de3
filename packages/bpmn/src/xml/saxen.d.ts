/** What we use of saxen 11, which comes without types. */
declare module 'saxen' {
  type Context = () => { readonly line: number; readonly column: number };
  type Decode = (text: string) => string;
  interface Hooks {
    openTag: (name: string, attributes: () => Record<string, string>, decode: Decode, selfClosing: boolean, context: Context) => void;
    closeTag: (name: string) => void;
    text: (text: string, decode: Decode) => void;
    cdata: (text: string) => void;
    attention: (text: string, decode: Decode, context: Context) => void;
    error: (error: Error, context: Context) => void;
    warn: (warning: Error, context: Context) => void;
  }
  export class Parser {
    ns(namespaces: Record<string, string>): this;
    on<H extends keyof Hooks>(hook: H, listener: Hooks[H]): this;
    parse(xml: string): this;
    stop(): void;
  }
}
