import { FILE_NAME, ID, SNAKE } from '../../alphabet.js';
import { list } from '../../kinds/list.js';
import { object } from '../../kinds/object.js';
import { text } from '../../kinds/text.js';
import { flag, number, token, word } from '../../kinds/token.js';

/** The fields of an upload beside the file itself, whose bytes are read by what it is for. */
export const fileRequest = object(
  {
    purpose: word('batch', 'fine-tune', 'vision', 'user_data', 'assistants'),
    filename: text({ max: 255, alphabet: FILE_NAME }),
    expires_after: object({ anchor: word('created_at'), seconds: number({ min: 3_600, max: 2_592_000 }) }),
  },
  { required: ['purpose', 'filename'] },
);

const fields = {
  id: token(ID, 128),
  object: word('file'),
  bytes: number(),
  created_at: number(),
  expires_at: number(),
  filename: token(FILE_NAME, 255),
  purpose: token(SNAKE, 32),
  status: word('uploaded', 'processed', 'error'),
};

/** A file as the model server describes it. */
export const fileAnswer = object(fields, { required: ['id', 'object'] });

export const fileList = object(
  {
    object: word('list'),
    data: list(fileAnswer),
    first_id: token(ID, 128),
    last_id: token(ID, 128),
    has_more: flag(),
  },
  { required: ['object', 'data'] },
);

/** The answer of DELETE. */
export const fileDeleted = object({ id: token(ID, 128), object: word('file'), deleted: flag() }, { required: ['id'] });
