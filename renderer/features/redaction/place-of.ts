/** Where pixels of the footage (or, of a size of 1×1, shares of it) lie on the player, whatever its size. */
export function placeOf(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  size: { readonly width: number; readonly height: number },
): { left: string; top: string; width: string; height: string } {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: percent(box.x, size.width),
    top: percent(box.y, size.height),
    width: percent(box.width, size.width),
    height: percent(box.height, size.height),
  };
}
