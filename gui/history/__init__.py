"""The windows on the past: all operations, the changes of one record, the recycle bin."""
