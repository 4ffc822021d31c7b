import { MovedCuesDialog } from '../features/align/index';
import { BrandingDialog } from '../features/branding/index';
import { AddParagraphDialog } from '../features/check-words/index';
import { ClipDialog } from '../features/clip/index';
import { ProjectDetailsDialog } from '../features/editor/index';
import { ExportDialog } from '../features/export/index';
import { FixDialog } from '../features/findings/index';
import { HistoryDialog } from '../features/history/index';
import { KeysDialog } from '../features/keys/index';
import { FindDialog } from '../features/find/index';
import { HelpDialog } from '../features/help/index';
import { ImportDialog } from '../features/import/index';
import { OperationDialog } from '../features/operations/index';
import { PaletteDialog } from '../features/palette/index';
import {
  CommentDialog,
  CompareDialog,
  MergeDialog,
  PacketDialog,
  SettleDialog,
  VersionsDialog,
} from '../features/review/index';
import { RetimeDialog } from '../features/retime/index';
import { NamesDialog } from '../features/names/index';
import { MarkersDialog } from '../features/markers/index';
import { SettingsDialog } from '../features/settings/index';
import { SpellingDialog } from '../features/spelling/index';
import { NewProjectDialog } from '../features/start/index';
import {
  AddLanguageDialog,
  ExportMemoryDialog,
  LinkDialog,
  MachineDialog,
  PlaceDialog,
} from '../features/translation/index';
import { showDialog, useSession } from '../state/session';

const close = () => showDialog(null);

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog);
  switch (dialog) {
    case 'palette':
      return <PaletteDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'retime':
      return <RetimeDialog onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'import-transcript':
      return <ImportDialog onClose={close} />;
    case 'new-project':
      return <NewProjectDialog onClose={close} />;
    case 'project-details':
      return <ProjectDetailsDialog onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'history':
      return <HistoryDialog onClose={close} />;
    case 'find':
      return <FindDialog onClose={close} />;
    case 'operation':
      return <OperationDialog onClose={close} />;
    case 'moved-cues':
      return <MovedCuesDialog onClose={close} />;
    case 'add-paragraph':
      return <AddParagraphDialog onClose={close} />;
    case 'fix-findings':
      return <FixDialog onClose={close} />;
    case 'add-language':
      return <AddLanguageDialog onClose={close} />;
    case 'spelling':
      return <SpellingDialog onClose={close} />;
    case 'markers':
      return <MarkersDialog onClose={close} />;
    case 'make-packet':
      return <PacketDialog onClose={close} />;
    case 'merge-reviews':
      return <MergeDialog onClose={close} />;
    case 'settle-suggestion':
      return <SettleDialog onClose={close} />;
    case 'write-comment':
      return <CommentDialog onClose={close} />;
    case 'versions':
      return <VersionsDialog onClose={close} />;
    case 'compare-versions':
      return <CompareDialog onClose={close} />;
    case 'clip':
      return <ClipDialog onClose={close} />;
    case 'names':
      return <NamesDialog onClose={close} />;
    case 'branding':
      return <BrandingDialog onClose={close} />;
    case 'place-translation':
      return <PlaceDialog onClose={close} />;
    case 'export-memory':
      return <ExportMemoryDialog onClose={close} />;
    case 'link-cues':
      return <LinkDialog onClose={close} />;
    case 'machine-translation':
      return <MachineDialog onClose={close} />;
    case null:
      return null;
  }
}
