import { useState, type ReactNode } from 'react';
import type { ErrorData } from '../../../shared/api/errors';
import { NameOverride } from '../../../shared/domain/export';
import { useMessages } from '../../app/messages';
import { showDialog } from '../../state/session';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/field';

/** A typed reason as a decision to let listed names through; null while it is too short for one. */
export function overrideBy(reason: string): NameOverride | null {
  const parsed = NameOverride.safeParse({ reason });
  return parsed.success ? parsed.data : null;
}

/** Where a person types why listed names may leave. */
export function NameReason({
  reason,
  onReason,
}: {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}) {
  const t = useMessages();
  return (
    <TextInput
      label={t('export.reasonLabel')}
      help={t('export.reasonHelp')}
      value={reason}
      onChange={onReason}
    />
  );
}

/** What went wrong with something that was to leave and, where that was a listed name, the way to let it through. */
export interface WayOut {
  readonly failure: ErrorData | null;
  readonly onFailure: (failure: ErrorData | null) => void;
  /** For the next try: null until a name was found and a reason typed. */
  readonly override: NameOverride | null;
  /** To be shown above the choices. */
  readonly problem: ReactNode;
}

/** For dialogs from which something leaves. Once a name was found the reason stays in sight, whatever the next try says. */
export function useWayOut(): WayOut {
  const t = useMessages();
  const [failure, setFailure] = useState<ErrorData | null>(null);
  const [wasFound, setFound] = useState(false);
  const [reason, setReason] = useState('');
  const onFailure = (next: ErrorData | null) => {
    setFailure(next);
    if (next?.code === 'names-found') setFound(true);
  };
  const problem = (
    <>
      {failure && (
        <div role="alert">
          <Banner
            tone="danger"
            actions={
              wasFound && (
                <Button size="small" onPress={() => showDialog('names')}>
                  {t('names.command.open')}
                </Button>
              )
            }
          >
            {failure.message}
          </Banner>
        </div>
      )}
      {wasFound && <NameReason reason={reason} onReason={setReason} />}
    </>
  );
  return { failure, onFailure, override: wasFound ? overrideBy(reason) : null, problem };
}
