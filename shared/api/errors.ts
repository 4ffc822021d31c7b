import { formatMessage, isMessageKey, type MessageKey } from '../messages/index';
import { ErrorData } from '../domain/job';

export { ErrorData };

type CodeOf<K> = K extends `error.${infer C}` ? C : never;
/** Every code an error can carry; each has its message in `shared/messages/en/errors.ts`. */
export type ErrorCode = CodeOf<MessageKey>;

export type ErrorDetail = Readonly<Record<string, string | number | boolean | null>>;

/** The one error that services throw on purpose. Anything else that reaches a host becomes `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  /** `detail` fills the message's placeholders (file names without their folders) and may carry more for logs. */
  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(formatMessage(`error.${code}`, detail), options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** An error as data, ready to cross any boundary. Never leaks a stack. */
export function errorData(error: unknown): ErrorData {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, detail: { ...error.detail } };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: formatMessage('error.internal', { reason }), detail: { reason } };
}

/** The reverse of `errorData`, on the caller's side. Unknown codes become `internal` with the sender's message. */
export function errorFromData(data: ErrorData): AppError {
  const key = `error.${data.code}`;
  if (!isMessageKey(key)) return new AppError('internal', { ...data.detail, reason: data.message });
  return new AppError(data.code as ErrorCode, data.detail);
}
