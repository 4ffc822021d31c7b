import { z } from 'zod';
import { contract, type Input, type MethodName, type Output } from './contract';
import { AppError, ErrorData, errorData, errorFromData } from './errors';
import { events, type EventName, type EventPayload } from './events';

/** What crosses a boundary for every call: an answer or an error, both plain data. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorData }),
]);
export type Answer = z.infer<typeof Answer>;

/** The two functions a host gives the screens; everything else is built on them. */
export interface Transport {
  call(method: string, input: unknown): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
}

export interface Client {
  /** Throws `AppError`, also when the answer does not fit the contract. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/** A typed client over any transport. Both directions are checked against the contract. */
export function createClient(transport: Transport): Client {
  return {
    async call(method, input) {
      const answer = Answer.parse(await transport.call(method, input));
      if (!answer.ok) throw errorFromData(answer.error);
      const output = contract[method].output.safeParse(answer.value);
      if (!output.success)
        throw new AppError('internal', { reason: `${method}: ${z.prettifyError(output.error)}` });
      // The schema that just passed is the one Output<M> is inferred from; TypeScript cannot follow it through M.
      return output.data as Output<typeof method>;
    },
    on(event, listener) {
      return transport.on(event, (payload) => {
        const parsed = events[event].safeParse(payload);
        // Same as above: parsed with the schema that EventPayload<E> is inferred from.
        if (parsed.success) listener(parsed.data as EventPayload<typeof event>);
      });
    },
  };
}

export type Handlers = { readonly [M in MethodName]: (input: Input<M>) => Promise<Output<M>> };

/** Answers one call from outside: validates the input, runs the handler, validates the output. Never throws. */
export async function answerCall(handlers: Handlers, method: string, input: unknown): Promise<Answer> {
  try {
    if (!isMethod(method)) throw new AppError('bad-request', { reason: `no method ${method.slice(0, 100)}` });
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success)
      throw new AppError('bad-request', { reason: `${method}: ${z.prettifyError(parsed.error)}` });
    const handler = handlers[method] as (input: unknown) => Promise<unknown>;
    const output = contract[method].output.safeParse(await handler(parsed.data));
    if (!output.success)
      throw new AppError('internal', { reason: `${method} answered: ${z.prettifyError(output.error)}` });
    return { ok: true, value: output.data };
  } catch (error) {
    return { ok: false, error: errorData(error) };
  }
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}
