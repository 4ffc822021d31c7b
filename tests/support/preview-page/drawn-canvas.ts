/**
 * JASSUB's own worker, drawing into a plain canvas that can be read here: what reaches the page by way of a compositor comes
 * some frames later, and slowly without a graphics card.
 */
let drawn: OffscreenCanvasRenderingContext2D | null = null;
const original = Reflect.get(OffscreenCanvas.prototype, 'getContext');

Object.defineProperty(OffscreenCanvas.prototype, 'getContext', {
  value(this: OffscreenCanvas, kind: string) {
    if (kind !== '2d') return null;
    const context: unknown = Reflect.apply(original, this, ['2d', { willReadFrequently: true }]);
    // JASSUB's buffer begins with one pixel.
    if (context instanceof OffscreenCanvasRenderingContext2D && this.width > 1) drawn = context;
    return context;
  },
});

const channel = new BroadcastChannel('read');
channel.onmessage = ({ data }) => {
  if (data === 'read') channel.postMessage(read());
};

/** The picture over flat grey as luma (BT.601, 16–235): the rows that are not grey. */
function read(): { top: number; rows: number; luma: Uint8Array } {
  if (!drawn) throw new Error('nothing was drawn on');
  const { width, height } = drawn.canvas;
  const { data } = drawn.getImageData(0, 0, width, height);
  const luma = new Uint8Array(width * height).fill(GREY_LUMA);
  let [top, bottom] = [height, -1];
  for (let n = 0; n < luma.length; n++) {
    const alpha = (data[4 * n + 3] ?? 0) / 255;
    if (alpha === 0) continue;
    const over = (channelNumber: number) => GREY * (1 - alpha) + (data[4 * n + channelNumber] ?? 0) * alpha;
    luma[n] = lumaOf(over(0), over(1), over(2));
    const row = Math.floor(n / width);
    top = Math.min(top, row);
    bottom = row;
  }
  if (bottom < 0) return { top: 0, rows: 0, luma: new Uint8Array() };
  return { top, rows: bottom - top + 1, luma: luma.slice(top * width, (bottom + 1) * width) };
}

const GREY = 128;
const GREY_LUMA = 126;

function lumaOf(red: number, green: number, blue: number): number {
  return Math.round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255);
}
