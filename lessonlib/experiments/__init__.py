"""What the lessons try out: plain arguments in, one named tuple out, with all that pictures, sentences and checks need."""  # noqa: E501
