"""Writers: the closed tree → bytes, one module or package per format, each knowing only its own form."""
