"""What a user can do, without a window: open, edit, undo, see pages, save. The same for the app and the command line."""
