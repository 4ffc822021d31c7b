/** What this app uses of Lindera's WASM package for Node, whose own types say nothing of tokens. */
declare module 'lindera-wasm-nodejs-ipadic' {
  export class TokenizerBuilder {
    /** `embedded://ipadic` is the dictionary inside. */
    setDictionary(uri: string): void;
    setMode(mode: 'normal' | 'decompose'): void;
    /** The builder is used up. */
    build(): Tokenizer;
  }

  export class Tokenizer {
    /** Plain objects, in order; white space is in none. */
    tokenize(text: string): unknown;
  }
}
