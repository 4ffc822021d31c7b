import { useEffect, useState } from 'react';
import { contract, type FileInfo, type Output } from '../../../shared/api/contract';
import type { ExportPlan } from '../../../shared/domain/export';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { notifyError } from '../../state/notices';
import { useExport } from './state';

const checkInput = contract['export.check'].input;

export type PlanCheck = Output<'export.check'>;

/** What stands against a plan, asked anew whenever it changes; null while it is being looked at or there is none. */
export function usePlanCheck(plan: ExportPlan | null, folder: FileInfo | null): PlanCheck | null {
  const session = useDocument((state) => state.session);
  const looked = useExport((state) => state.looked);
  const [found, setFound] = useState<{ readonly asked: string; readonly check: PlanCheck } | null>(null);
  const asked =
    session === null || plan === null
      ? null
      : JSON.stringify({ session, plan, folder: folder?.handle ?? null });
  useEffect(() => {
    if (asked === null) return;
    let isCurrent = true;
    const ask = async () => {
      await flushDocument();
      // The text, not the objects, which are new ones whenever the screen is drawn.
      const check = await getClient().call('export.check', checkInput.parse(JSON.parse(asked)));
      if (isCurrent) setFound({ asked, check });
    };
    ask().catch(notifyError);
    return () => {
      isCurrent = false;
    };
  }, [asked, looked]);
  return found?.asked === asked ? found.check : null;
}
