import type { Upload } from '../http.ts';
import type { Attachment, Message } from '../message.ts';
import type { Stage } from '../stage.ts';
import type { MessageBody } from '../wire.ts';

/** What hangs on a new message: the uploaded files. */
export function attachmentsOf(stage: Stage, body: MessageBody, uploads: readonly Upload[]): readonly Attachment[] {
  return uploads.map(({ id: number, filename, contentType, bytes }) => {
    const described = body.attachments?.find(({ id }) => id === number);
    const id = stage.world.newId();
    const name = described?.filename ?? filename;
    const url = `${stage.origin()}/attachments/${id}/${encodeURIComponent(name)}`;
    return { id, filename: name, description: described?.description ?? null, contentType, url, bytes };
  });
}

/** What hangs on a message after an edit: the new files, and of the old ones those that `attachments` names. */
export function attachmentsAfter(
  stage: Stage,
  message: Message,
  body: MessageBody,
  uploads: readonly Upload[],
): readonly Attachment[] | undefined {
  const added = attachmentsOf(stage, body, uploads);
  if (body.attachments === undefined) {
    return added.length === 0 ? undefined : [...message.attachments, ...added];
  }
  const kept = message.attachments.filter(({ id }) => body.attachments?.some((named) => named.id === id));
  return [...kept, ...added];
}
