/** Files of the browser's own storage as a worker opens them: not in the compiler's library for pages (WHATWG File System, 2.6). */
interface FileSystemSyncAccessHandle {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
