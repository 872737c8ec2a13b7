import { Modal, type ModalProps } from "@mantine/core";
import classes from "./ui.module.css";
import { useFocusBack } from "./useFocusBack";

/** A dialog that is drawn while it is open. The kit gives the focus back only to a dialog that stays drawn when it closes. */
export function Dialog(props: ModalProps) {
  useFocusBack();
  return <Modal classNames={{ content: classes.dialog ?? "" }} {...props} />;
}
