/** Files of the browser's own storage as a worker opens them: not in the compiler's library for pages (WHATWG File System, 2.6). */
interface FileSystemSyncAccessHandle {
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  getSize(): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  /** Not in the standard's text yet; Chromium, Firefox and WebKit have it for their own storage. */
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}
