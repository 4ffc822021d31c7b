import { describe, expect, it } from 'vitest';
import { ContrastMeter, numberColour } from '../../../../shared/contrast/meter';
import { channelsOf } from '../../../../shared/contrast/wcag';

const WIDTH = 120;
const HEIGHT = 48;
const EM = 24;

type Paint = (x: number, y: number) => readonly [number, number, number] | null;

/** A picture and below it the letters: black where `letters` paints nothing. */
function frame(picture: Paint, letters: Paint): Uint8Array {
  const bytes = new Uint8Array(2 * 3 * WIDTH * HEIGHT);
  for (const [half, paint] of [picture, letters].entries())
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++)
        bytes.set(paint(x, y) ?? [0, 0, 0], 3 * ((half * HEIGHT + y) * WIDTH + x));
  return bytes;
}

const grey = (value: number) => [value, value, value] as const;
/** A stem 3 px wide every 12 px, from row 12 to 36: letters of cue `number` between two columns. */
const stems =
  (number: number, from = 0, to = WIDTH): Paint =>
  (x, y) =>
    x >= from && x < to && y >= 12 && y < 36 && x % 12 < 3 ? channelsOf(numberColour(number)) : null;

function measured(picture: Paint, letters: Paint, colours: readonly string[]): (number | null)[] {
  const meter = new ContrastMeter({ width: WIDTH, height: HEIGHT, emPx: EM, colours });
  meter.add(frame(picture, letters));
  return meter.ratios();
}

describe('ContrastMeter', () => {
  it('compares the colour of the letters with what is around them, not with what they cover', () => {
    const picture: Paint = (x, y) => (stems(0)(x, y) ? grey(255) : grey(119));
    expect(measured(picture, stems(0), ['#FFFFFF'])[0]).toBeCloseTo(4.48, 1);
    expect(measured(picture, stems(0), ['#000000'])[0]).toBeCloseTo(4.69, 1);
  });

  it('takes the part of a soft edge that is letter out of what is around it', () => {
    // Half a letter at the edge columns: drawn as half white over black.
    const soft: Paint = (x, y) => {
      if (y < 12 || y >= 36) return null;
      if (x % 12 < 3) return channelsOf(numberColour(0));
      return x % 12 === 3 ? ([0, 100, 0] as const) : null;
    };
    const picture: Paint = (x, y) => (soft(x, y)?.[1] === 100 ? grey(100) : grey(0));
    expect(measured(picture, soft, ['#FFFFFF'])[0]).toBeGreaterThan(20);
  });

  it('has the worst ratio where more than a tenth of the letters have it', () => {
    const bad =
      (share: number): Paint =>
      (x) =>
        grey(x < WIDTH * share ? 255 : 0);
    const letters = stems(0);
    expect(measured(bad(0), letters, ['#FFFFFF'])[0]).toBeCloseTo(21, 0);
    expect(measured(bad(0.5), letters, ['#FFFFFF'])[0]).toBeCloseTo(1, 1);
  });

  it('tells cues apart, whatever their number', () => {
    const both: Paint = (x, y) => stems(0, 0, 60)(x, y) ?? stems(37, 60)(x, y);
    const colours = Array.from({ length: 38 }, (_, n) => (n === 37 ? '#000000' : '#FFFFFF'));
    const ratios = measured(() => grey(0), both, colours);
    expect(ratios[0]).toBeCloseTo(21, 0);
    expect(ratios[37]).toBeCloseTo(1, 1);
    expect(ratios.filter((ratio) => ratio !== null)).toHaveLength(2);
  });

  it('says nothing of cues without letters in the picture', () => {
    expect(
      measured(
        () => grey(0),
        () => null,
        ['#FFFFFF'],
      ),
    ).toEqual([null]);
  });
});

it('numberColour is another one for each of 1024 cues, green throughout', () => {
  const colours = Array.from({ length: 1024 }, (_, n) => numberColour(n));
  expect(new Set(colours).size).toBe(1024);
  expect(colours.every((colour) => /^#[0-9A-F]{2}FF[0-9A-F]{2}$/.test(colour))).toBe(true);
});
