/** A page in a browser of the system's that Playwright cannot drive. */
export interface BrowserPage {
  goto(url: string): Promise<void>;
  /** Runs a function body in the page; what it returns must be plain data. */
  run(body: string, ...given: readonly unknown[]): Promise<unknown>;
  /** Presses keys one after the other, as WebDriver names them (`\uE008` Shift, `\uE009` Control…). */
  press(keys: string): Promise<void>;
  /** Waits until the body's value is truthy, and gives it. */
  until(body: string): Promise<unknown>;
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

export const POLL_MS = 100;
/** How long a browser may take to start, and what a test waits for to come true. */
export const PATIENCE_MS = 60_000;

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** `BrowserPage.until` by `BrowserPage.run`. */
export async function untilTrue(run: BrowserPage['run'], body: string): Promise<unknown> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const value = await run(body);
    if (value !== null && value !== false && value !== '') return value;
    await pause();
  }
  throw new Error(`never came true: ${body}`);
}

/** WebDriver's actions that press keys one after the other. */
export function keyActions(keys: string): object[] {
  const actions = [...keys].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  return [{ type: 'key', id: 'keys', actions }];
}
