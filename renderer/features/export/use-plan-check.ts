import { useEffect, useState } from 'react';
import type { FileInfo, Output } from '../../../shared/api/contract';
import type { ExportPlan } from '../../../shared/domain/export';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { notifyError } from '../../state/notices';

export type PlanCheck = Output<'export.check'>;

/** What stands against a plan, asked anew whenever it changes; null while it is being looked at or there is none. */
export function usePlanCheck(plan: ExportPlan | null, folder: FileInfo | null): PlanCheck | null {
  const session = useDocument((state) => state.session);
  const [found, setFound] = useState<{ readonly asked: string; readonly check: PlanCheck } | null>(null);
  const asked = JSON.stringify([session, plan, folder?.handle]);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      if (session === null || plan === null) return;
      await flushDocument();
      const check = await getClient().call('export.check', { session, plan, folder: folder?.handle ?? null });
      if (isCurrent) setFound({ asked, check });
    };
    ask().catch(notifyError);
    return () => {
      isCurrent = false;
    };
    // `asked` holds all that matters of the plan.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return found?.asked === asked ? found.check : null;
}
