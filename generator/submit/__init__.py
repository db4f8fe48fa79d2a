"""Writing entries: templates, the usual form, new repositories, tables read back."""
