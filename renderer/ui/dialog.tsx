import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../app/messages';
import { Button } from './button';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog: keeps the focus inside, gives it back on closing, Escape closes it. */
export function ModalDialog({ title, lead, size = 'medium', onClose, footer, children }: DialogProps) {
  const t = useMessages();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className="dialog-scrim"
    >
      <Modal className={`dialog dialog--${size}`}>
        <Dialog className="dialog__box">
          <header className="dialog__header">
            <div>
              <Heading slot="title" level={2} className="dialog__title">
                {title}
              </Heading>
              {lead !== undefined && <p className="dialog__lead">{lead}</p>}
            </div>
            <Button variant="quiet" size="small" aria-label={t('app.close')} onPress={onClose}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          <div className="dialog__body">{children}</div>
          {footer !== undefined && <footer className="dialog__footer">{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
