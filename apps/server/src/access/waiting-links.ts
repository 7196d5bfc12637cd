/** Links that were made while nobody could ask the database: files beside it, which the desk takes in. */
export interface WaitingLinks {
  put(hash: string, content: string): Promise<void>;
  list(): Promise<readonly { readonly hash: string; readonly content: string }[]>;
  remove(hash: string): Promise<void>;
}
