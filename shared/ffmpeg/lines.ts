/** Longest line kept where nobody says otherwise; a hostile tag or binary noise may hold no line end at all. */
const MAX_LINE = 16_384;

/**
 * Cuts a stream of text into lines as it comes, in linear time. A line ends at `\n`, `\r\n` or a lone `\r` (ffmpeg's
 * status line). Empty lines are left out; of an overlong line only the first `maxLine` characters are given.
 */
export class LineSplitter {
  #rest = '';
  #isCut = false;
  readonly #onLine: (line: string) => void;
  readonly #maxLine: number;

  constructor(onLine: (line: string) => void, maxLine = MAX_LINE) {
    this.#onLine = onLine;
    this.#maxLine = maxLine;
  }

  push(text: string): void {
    const parts = text.split(/[\r\n]/);
    const last = parts.pop() ?? '';
    for (const part of parts) {
      this.#add(part);
      this.end();
    }
    this.#add(last);
  }

  /** Gives the last line where the text does not end with a line end. */
  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest);
    this.#rest = '';
    this.#isCut = false;
  }

  #add(part: string): void {
    if (this.#isCut) return;
    this.#rest += part;
    if (this.#rest.length <= this.#maxLine) return;
    this.#rest = this.#rest.slice(0, this.#maxLine);
    this.#isCut = true;
  }
}
